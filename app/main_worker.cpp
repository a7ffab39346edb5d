// dealward-worker: reads files from outside, held in by the kernel. Started by the other programs, never by hand.
#include "app/worker/converthandlers.h"
#include "app/worker/filehandlers.h"
#include "app/worker/gaphandler.h"
#include "app/worker/officehandler.h"
#include "app/worker/packagehandler.h"
#include "app/worker/pdfhandlers.h"
#include "app/worker/redacthandlers.h"
#include "app/worker/tablehandler.h"
#include "app/worker/viewhandlers.h"
#include "app/worker/warmup.h"
#include "core/worker/sandbox.h"
#include "core/worker/workerserver.h"

#include <QGuiApplication>

#include <string_view>

int main(int argc, char **argv)
{
    // Another program for another job: it runs a large foreign one in a closed room.
    if (argc > 1 && std::string_view(argv[1]) == "office")
        return dw::runOfficeWorker();

    // In this order: nothing inherited, libraries and fonts open, doors shut, and only then the first byte of a file.
    dw::Sandbox::prepare(dw::WorkerServer::socketDescriptor);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    dw::warmUp();
    dw::openPictureFormats();
    const dw::SandboxReport report = dw::Sandbox::close();

    dw::WorkerServer server;
    const auto open = std::make_shared<dw::OpenPdf>();
    server.add(std::make_unique<dw::OpenPdfHandler>(open));
    server.add(std::make_unique<dw::PageTextHandler>(open));
    server.add(std::make_unique<dw::RenderPageHandler>(open));
    server.add(std::make_unique<dw::InspectPdfHandler>());
    server.add(std::make_unique<dw::BuildRedactionHandler>());
    server.add(std::make_unique<dw::VerifyRedactionHandler>());
    server.add(std::make_unique<dw::PackageHandler>());
    for (auto &handler : dw::viewHandlers())
        server.add(std::move(handler));
    for (auto &handler : dw::tableHandlers())
        server.add(std::move(handler));
    for (auto &handler : dw::fileHandlers())
        server.add(std::move(handler));
    server.add(std::make_unique<dw::GapHandler>(open));
    server.add(std::make_unique<dw::ImageToPdfHandler>());
    server.add(std::make_unique<dw::MailToPdfHandler>());
    return server.run(report);
}
