package org.plantdeck.app;

import org.plantdeck.app.desk.ScreenKind;
import org.plantdeck.app.door.Toolkit;
import org.plantdeck.app.pictures.Pictures;
import org.plantdeck.plantruntime.desktop.Desktop;
import org.plantdeck.plantruntime.desktop.NoDisplay;
import org.plantdeck.plantruntime.desktop.PictureRequest;
import org.plantdeck.plantruntime.desktop.SessionFailure;
import org.plantdeck.plantruntime.desktop.SessionStart;

import java.util.List;

/** The desktop as the command line finds it. */
public final class JavaFxDesktop implements Desktop {

    @Override
    public List<String> screens() {
        return DeskScreens.ALL.stream().map(ScreenKind::word).toList();
    }

    @Override
    public int open(SessionStart start) throws NoDisplay {
        return DeskApplication.run(start, DeskApplication.Show.EVERYTHING, "");
    }

    @Override
    public int openScreen(String screen, SessionStart start) throws NoDisplay {
        return DeskApplication.run(start, DeskApplication.Show.ONE_SCREEN, screen);
    }

    @Override
    public int rehearse(SessionStart start) throws NoDisplay {
        Toolkit.beHeadless();
        return DeskApplication.run(start, DeskApplication.Show.REHEARSAL, "");
    }

    @Override
    public int draw(PictureRequest request, SessionStart start) throws SessionFailure {
        return Pictures.draw(request, start, DeskScreens.ALL);
    }
}
