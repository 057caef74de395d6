package org.jixiao.inbox.ui;

import org.jixiao.base.ProductClock;
import org.jixiao.inbox.Inbox;
import org.jixiao.inbox.Titles;
import org.jixiao.organisation.Organisation;
import org.jixiao.organisation.SignedIn;
import org.jixiao.workflow.Cases;
import org.springframework.stereotype.Component;

/** What the four boxes are made with. */
@Component
record InboxParts(
        Inbox inbox,
        SignedIn signedIn,
        Arrivals arrivals,
        InboxRow.Maker rows,
        Cases cases,
        Organisation organisation,
        Titles titles,
        ProductClock clock) {}
