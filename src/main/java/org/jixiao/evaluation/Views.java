package org.jixiao.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jixiao.base.Messages;
import org.jixiao.base.ProductClock;
import org.jixiao.organisation.Organisation;
import org.jixiao.organisation.Section;
import org.jixiao.target.Measure;
import org.jixiao.target.TargetRow;
import org.jixiao.target.TargetValue;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Prints a sheet. */
@Component
class Views {

    private final Organisation organisation;
    private final Messages messages;
    private final ProductClock clock;

    Views(Organisation organisation, Messages messages, ProductClock clock) {
        this.organisation = organisation;
        this.messages = messages;
        this.clock = clock;
    }

    SheetView sheet(Sheet sheet) {
        Evaluation e = sheet.evaluation();
        BigDecimal total = sheet.total();
        boolean graded = total != null && e.period() == Period.FULL_YEAR;
        boolean closed = e.phase() == Evaluation.Phase.CLOSED;
        return new SheetView(
                e.unit(),
                e.year(),
                e.section(),
                sectionName(e.unit(), e.section()),
                e.period(),
                sheet.asOf(),
                e.loop(),
                closed,
                e.accepted(),
                e.decidedAt(),
                sheet.lines().stream().map(line -> row(line, e.period())).toList(),
                money(sheet.money(), e.period(), sheet.keepsMoney(), sheet.moneyOpen()),
                sheet.counts(),
                total == null ? null : total.toPlainString(),
                graded ? Grade.of(total) : null,
                List.copyOf(sheet.words()),
                closed ? List.of() : Checks.of(sheet, clock.today()));
    }

    String sectionName(String unit, String section) {
        return organisation.section(unit, section).map(Section::name).orElse(section);
    }

    SheetView.RowView row(Line line, Period period) {
        TargetRow row = line.row();
        boolean half = period == Period.HALF_YEAR;
        TargetValue target = TargetValue.parse(half ? row.halfText() : row.annualText());
        TargetValue annual = TargetValue.parse(row.annualText());
        boolean words = words(row);
        Judgement judged = line.judgement();
        return new SheetView.RowView(
                line.id(),
                row.seq(),
                row.level1(),
                row.level2(),
                row.duty(),
                row.keyWork(),
                row.name(),
                row.measure().name(),
                row.halfText(),
                row.annualText(),
                half ? row.halfText() : row.annualText(),
                !words,
                words ? "" : annual.unit(),
                row.executionRate(),
                line.figures(),
                value(line.figures(), judged, target, words),
                judged.state(),
                judged.early(),
                judged.flagged(),
                judged.ratio() == null ? null : Printed.percent(judged.ratio()),
                line.score().weight().round(2).toPlainString(),
                line.score().applicable() ? line.score().points().toPlainString() : null,
                explanations(line, period),
                line.evidence().stream().map(Views::file).toList(),
                line.open(),
                line.earlier().stream()
                        .map(earlier -> new SheetView.EarlierView(
                                earlier.loop(),
                                earlier.asOf(),
                                value(earlier.figures(), earlier.judgement(), target, words),
                                earlier.judgement().state(),
                                said(earlier.judgement().why())))
                        .toList(),
                item(line.item()),
                item(line.carried()));
    }

    private List<SheetView.Said> explanations(Line line, Period period) {
        List<Explanation> why = new ArrayList<>(line.judgement().why());
        if (period == Period.FULL_YEAR && line.judgement().state() != State.MISSING) why.add(line.score().why());
        return said(why);
    }

    /** The actual as it reads, against the target of the period. */
    static @Nullable String value(Figures figures, Judgement judged, TargetRow row, Period period) {
        TargetValue target = TargetValue.parse(period == Period.HALF_YEAR ? row.halfText() : row.annualText());
        return value(figures, judged, target, words(row));
    }

    private static boolean words(TargetRow row) {
        return row.measure() == Measure.QUALITATIVE
                || TargetValue.parse(row.annualText()).isWord();
    }

    private static @Nullable String value(Figures figures, Judgement judged, TargetValue target, boolean words) {
        if (words) return figures.actual().isBlank() ? null : figures.actual().strip();
        Fraction value = judged.value();
        if (value == null) return figures.actual().isBlank() ? null : figures.actual().strip();
        List<Fraction> bounds = target.number() == null ? List.of() : List.of(Fraction.of(target.number()));
        return Printed.near(value, bounds) + target.unit();
    }

    static SheetView.@Nullable ItemView item(@Nullable RectificationItem item) {
        return item == null
                ? null
                : new SheetView.ItemView(
                        item.loop(),
                        item.measure(),
                        item.deadline(),
                        item.result(),
                        item.confirmedAt(),
                        item.outcome());
    }

    private static SheetView.FileView file(Evidence f) {
        return new SheetView.FileView(
                f.id(),
                f.name(),
                f.mediaType(),
                f.size(),
                f.sha256(),
                f.loop() == null ? 0 : f.loop(),
                f.uploadedAt());
    }

    SheetView.MoneyView money(MoneyTable table, Period period, boolean kept, boolean open) {
        List<SheetView.MoneyLineView> lines = new ArrayList<>();
        for (MoneyLine line : table.lines()) {
            Money money = table.of(line);
            lines.add(moneyLine(line.fund().id().toString(), line.fund().item(), line.sum(), line.typed(), money, period));
        }
        return new SheetView.MoneyView(
                kept,
                open,
                lines,
                moneyLine("", "", true, MoneyLine.Typed.BLANK, table.total(), period));
    }

    private SheetView.MoneyLineView moneyLine(
            String id, String item, boolean sum, MoneyLine.Typed typed, Money money, Period period) {
        Judgement judged = Judge.money(money, period);
        BigDecimal executed = money.executed();
        return new SheetView.MoneyLineView(
                id,
                item,
                sum,
                Printed.amount(money.initial()),
                sum || typed.adjusted().isBlank() ? Printed.amount(money.adjusted()) : typed.adjusted(),
                Printed.amount(money.halfPlan()),
                sum ? amount(executed) : typed.executed(),
                sum ? amount(money.forecast()) : typed.forecast(),
                judged.state(),
                percent(executed, money.plan(period)),
                percent(executed, money.adjusted()),
                said(judged.why()));
    }

    private static String amount(@Nullable BigDecimal money) {
        return money == null ? "" : Printed.amount(money);
    }

    private static @Nullable String percent(@Nullable BigDecimal executed, BigDecimal of) {
        return executed == null || of.signum() <= 0 ? null : Printed.percent(Fraction.quotient(executed, of));
    }

    List<SheetView.Said> said(List<Explanation> why) {
        Locale locale = LocaleContextHolder.getLocale();
        Locale spoken = locale.getLanguage().equals("en") ? Locale.ENGLISH : Messages.CHINESE;
        return why.stream()
                .map(w -> new SheetView.Said(
                        w.code(), w.args(), messages.text(spoken, w.key(), w.args().toArray())))
                .toList();
    }

    /** What is kept with a submission, to show later what changed: row → field → text. */
    Map<String, Object> snapshot(Sheet sheet) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("asOf", sheet.asOf());
        all.put("loop", sheet.evaluation().loop());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Line line : sheet.lines()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("id", line.id());
            row.put("seq", line.row().seq());
            row.put("name", line.row().name());
            row.put("figures", line.figures());
            row.put("state", line.judgement().state());
            row.put("evidence", line.evidence().stream().map(Evidence::name).toList());
            rows.add(row);
        }
        all.put("rows", rows);
        if (sheet.keepsMoney()) {
            List<Map<String, Object>> money = new ArrayList<>();
            for (MoneyLine line : sheet.money().leaves()) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("id", line.fund().id().toString());
                one.put("item", line.fund().item());
                one.put("typed", line.typed());
                money.add(one);
            }
            all.put("money", money);
        }
        return all;
    }
}
