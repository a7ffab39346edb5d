#pragma once

#include "core/domain/record.h"
#include "ui/pages/page.h"

namespace dw {

class DetailPane;

/// Fills a DetailPane with one record: fields, records that belong to it, checks that look at it, history;
/// the permitted steps as buttons.
class RecordDetail final : public QObject
{
    Q_OBJECT

public:
    RecordDetail(PageContext context, DetailPane *pane, QObject *parent = nullptr);

    void show(const RegisterDecl &decl, const RecordId &id);
    void clear(const QString &hint);
    void refresh();

private:
    void fillButtons(const RegisterDecl &decl, const Record &record);
    void fillFields(const RegisterDecl &decl, const Record &record);
    void fillConditions(const RecordId &release);
    void fillRelated(const RegisterDecl &decl, const Record &record);
    void fillChecks(const RegisterDecl &decl, const Record &record);
    void fillHistory(const RegisterDecl &decl, const Record &record);
    void run(const TransitionDecl &transition, const Record &record);
    void voidRecord(const Record &record);

    PageContext m_context;
    DetailPane *m_pane;
    const RegisterDecl *m_decl = nullptr;
    RecordId m_id;
};

} // namespace dw
