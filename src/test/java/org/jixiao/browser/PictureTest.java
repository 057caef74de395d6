package org.jixiao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What counts as the same page, and what does not. */
class PictureTest {

    private static BufferedImage page(int left, Color button) {
        var page = new BufferedImage(390, 844, BufferedImage.TYPE_INT_RGB);
        var pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 390, 844);
        pen.setColor(button);
        pen.fillRect(left, 700, 88, 36);
        pen.setColor(Color.GRAY);
        pen.drawLine(10, 60, 380, 60);
        pen.dispose();
        return page;
    }

    private static BufferedImage page(int left) {
        return page(left, new Color(0x1B5E8C));
    }

    private static Picture kept(BufferedImage page) {
        return Picture.kept(Picture.of(page).small());
    }

    @Test
    void is_the_same_as_it_was_kept() {
        assertThat(Picture.of(page(40)).apart(kept(page(40)))).isNull();
    }

    @Test
    void is_the_same_with_other_arithmetic_in_every_point() {
        var noisy = page(40);
        var chance = new Random(7);
        for (int y = 0; y < noisy.getHeight(); y++)
            for (int x = 0; x < noisy.getWidth(); x++) {
                var was = new Color(noisy.getRGB(x, y));
                int by = chance.nextInt(-6, 7);
                noisy.setRGB(x, y, new Color(near(was.getRed(), by), near(was.getGreen(), by), near(was.getBlue(), by))
                        .getRGB());
            }
        assertThat(Picture.of(noisy).apart(kept(page(40)))).isNull();
    }

    private static int near(int colour, int by) {
        return Math.max(0, Math.min(255, colour + by));
    }

    @Test
    void is_another_when_a_button_moved_by_two_points() {
        assertThat(Picture.of(page(42)).apart(kept(page(40)))).contains("y=700");
    }

    @Test
    void is_another_when_a_button_took_another_colour() {
        assertThat(Picture.of(page(40, new Color(0x0D7A61))).apart(kept(page(40)))).contains("y=700");
    }

    @Test
    void is_another_when_a_word_is_written() {
        var more = page(40);
        var pen = more.createGraphics();
        pen.setColor(Color.DARK_GRAY);
        pen.drawString("new", 200, 300);
        pen.dispose();
        assertThat(Picture.of(more).apart(kept(page(40)))).contains("points differ");
        assertThat(Picture.of(more).difference(kept(page(40))).getRGB(3, 3) & 255).isGreaterThan(0xE0);
    }
}
