package org.muster.app;

import org.muster.ui.jobs.JobsDrawer;
import org.muster.ui.main.MainWindow;
import org.muster.ui.sheet.Sheets;
import org.muster.ui.workspace.Workspace;

/** The window of an open account, by its parts. */
record OpenWindow(Workspace workspace, WindowScreens screens, Sheets sheets, JobsDrawer drawer, MainWindow main, Takeover takeover) {
    /** Stops following what outlives the window. */
    void close() {
        takeover.close();
        main.close();
        drawer.close();
    }
}
