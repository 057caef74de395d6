package org.jixiao.inbox.ui;

import org.jixiao.base.ui.Hints;
import org.jixiao.inbox.Coming;
import org.jixiao.inbox.Facets;
import org.jixiao.inbox.Inbox;
import org.jixiao.inbox.Previews;
import org.jixiao.inbox.SavedFilters;
import org.jixiao.inbox.Titles;
import org.jixiao.organisation.SignedIn;
import org.jixiao.workflow.Verbs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the four boxes are made with. */
@Component
record InboxParts(
        Inbox inbox,
        Facets facets,
        SavedFilters saved,
        InboxBadges badges,
        Previews previews,
        Verbs verbs,
        BatchRuns batch,
        SignedIn signedIn,
        Arrivals arrivals,
        InboxRow.Maker rows,
        Titles titles,
        Hints hints,
        ObjectProvider<Coming> coming) {}
