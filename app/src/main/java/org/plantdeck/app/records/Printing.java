package org.plantdeck.app.records;

import javafx.print.PageLayout;
import javafx.print.PageOrientation;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.stage.Window;

import org.plantdeck.app.words.Words;

/** Brings a picture to paper. */
@FunctionalInterface
interface Printing {

    /**
     * Prints a picture on one page.
     *
     * @param owner the window that asks
     * @return what came of it, in a sentence; empty where somebody thought better of it
     */
    String print(Window owner, Image picture);

    /** The system's printers, with its own dialog. */
    static Printing system() {
        return Printing::toPaper;
    }

    private static String toPaper(Window owner, Image picture) {
        Words words = Words.of(Printing.class);
        PrinterJob job = Printer.getDefaultPrinter() == null ? null : PrinterJob.createPrinterJob();
        if (job == null) {
            return words.say("picture.no-printer");
        }
        if (!job.showPrintDialog(owner)) {
            job.cancelJob();
            return "";
        }
        Printer printer = job.getPrinter();
        PageLayout page =
                printer.createPageLayout(
                        job.getJobSettings().getPageLayout().getPaper(),
                        PageOrientation.LANDSCAPE,
                        Printer.MarginType.DEFAULT);
        ImageView sheet = new ImageView(picture);
        sheet.setPreserveRatio(true);
        sheet.setFitWidth(page.getPrintableWidth());
        sheet.setFitHeight(page.getPrintableHeight());
        boolean printed = job.printPage(page, sheet) && job.endJob();
        return words.say(printed ? "picture.printed" : "picture.not-printed", printer.getName());
    }
}
