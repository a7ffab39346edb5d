#include "core/domain/measure.h"

#include "core/domain/checkfile.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

const QStringList phaseIds {u"prepare"_s, u"negotiate"_s, u"documents"_s, u"closing"_s, u"post"_s};

LocalText words(const QJsonObject &object)
{
    return {object.value("en"_L1).toString(), object.value("zh"_L1).toString()};
}

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue item : value.toArray())
        list.append(item.toString());
    return list;
}

Result<QString> textOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, u"measures.unreadable"_s, {path});
    return QString::fromUtf8(file.readAll());
}

MeasureDecl::Recurrence recurrenceOf(const QString &kind)
{
    if (kind == u"per_phase"_s)
        return MeasureDecl::Recurrence::PerPhase;
    if (kind == u"per_event"_s)
        return MeasureDecl::Recurrence::PerEvent;
    return kind == u"every_months"_s ? MeasureDecl::Recurrence::EveryMonths : MeasureDecl::Recurrence::Once;
}

MeasureDecl readMeasure(const QJsonObject &object)
{
    MeasureDecl measure;
    measure.id = object.value("id"_L1).toString();
    measure.section = object.value("section"_L1).toInt();
    measure.item = object.value("item"_L1).toInt();
    measure.phase = object.value("phase"_L1).toString();
    measure.title = words(object.value("title"_L1).toObject());
    measure.guidance = words(object.value("guidance"_L1).toObject());
    const QJsonObject evidence = object.value("evidence"_L1).toObject();
    measure.evidenceKind = evidence.value("kind"_L1).toString();
    measure.evidenceDetail = evidence.value("detail"_L1).toString();
    measure.role = object.value("role"_L1).toString();
    const QJsonObject recurrence = object.value("recurrence"_L1).toObject();
    measure.recurrence = recurrenceOf(recurrence.value("kind"_L1).toString());
    measure.months = recurrence.value("months"_L1).toInt();
    measure.blocksGate = object.value("blocks_gate"_L1).toString();
    measure.legal = strings(object.value("legal"_L1));
    measure.module = object.value("module"_L1).toString();
    measure.mode = object.value("mode"_L1).toString() == u"auto"_s ? MeasureDecl::Mode::Auto : MeasureDecl::Mode::Assisted;
    measure.checks = strings(object.value("checks"_L1));
    measure.near = strings(object.value("near"_L1));
    return measure;
}

} // namespace

int phaseOrder(QStringView phase)
{
    return int(phaseIds.indexOf(phase.toString())) + 1;
}

QString phaseId(int order)
{
    return phaseIds.value(order - 1);
}

int gateOrder(QStringView gate)
{
    return gate.size() == 2 && gate[0] == u'G' && gate[1] >= u'1' && gate[1] <= u'5' ? gate[1].unicode() - u'0' : 0;
}

QString gateId(int order)
{
    return order >= 1 && order <= 5 ? u"G%1"_s.arg(order) : QString();
}

QString measureTitle(const QString &id, Language language)
{
    static const Result<MeasureCatalogue> catalogue = MeasureCatalogue::load();
    const MeasureDecl *measure = catalogue ? catalogue->find(id) : nullptr;
    return measure ? measure->title.in(language == Language::Chinese) : id;
}

Result<MeasureCatalogue> MeasureCatalogue::load(const QString &measures, const QString &checks)
{
    MeasureCatalogue catalogue;
    DW_TRY(catalogue.readMeasures(measures));
    DW_TRY(catalogue.readChecks(checks));
    DW_TRY(catalogue.checkReferences());
    return catalogue;
}

Result<> MeasureCatalogue::readMeasures(const QString &path)
{
    DW_ASSIGN(const QString text, textOf(path));
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(text.toUtf8(), &error).object();
    if (error.error != QJsonParseError::NoError)
        return fail(ErrorCode::Corrupt, u"measures.malformed"_s, {path}, error.errorString());
    for (const QJsonValue value : root.value("phases"_L1).toArray()) {
        const QJsonObject object = value.toObject();
        m_phases.append({object.value("id"_L1).toString(), object.value("order"_L1).toInt(), words(object), object.value("gate"_L1).toString()});
    }
    for (const QJsonValue value : root.value("gates"_L1).toArray())
        m_gates.insert(value.toObject().value("id"_L1).toString(), words(value.toObject()));
    for (const QJsonValue value : root.value("measures"_L1).toArray())
        m_measures.append(readMeasure(value.toObject()));
    return {};
}

Result<> MeasureCatalogue::readChecks(const QString &directory)
{
    const QDir dir(directory);
    DW_ASSIGN(const QString viewText, textOf(dir.filePath(u"views.sql"_s)));
    DW_ASSIGN(const CheckFile::Views views, CheckFile::readViews(viewText));
    for (const QString &name : dir.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        if (name == u"views.sql"_s)
            continue;
        DW_ASSIGN(const QString text, textOf(dir.filePath(name)));
        DW_ASSIGN(const QList<CheckDecl> read, CheckFile::readChecks(name.chopped(4), text, views));
        m_checks.append(read);
    }
    return {};
}

Result<> MeasureCatalogue::checkReferences() const
{
    QSet<QString> seen;
    for (const CheckDecl &check : m_checks) {
        if (seen.contains(check.id))
            return fail(ErrorCode::Corrupt, u"check.malformed"_s, {check.id}, u"twice"_s);
        seen.insert(check.id);
    }
    for (const MeasureDecl &measure : m_measures) {
        for (const QString &id : measure.checks) {
            if (!check(id))
                return fail(ErrorCode::Corrupt, u"measures.malformed"_s, {measure.id}, u"unknown check "_s + id);
        }
        if (!phase(measure.phase) || measure.checks.isEmpty() || measure.title.en.isEmpty() || measure.title.zh.isEmpty())
            return fail(ErrorCode::Corrupt, u"measures.malformed"_s, {measure.id});
    }
    return {};
}

const MeasureDecl *MeasureCatalogue::find(QStringView id) const
{
    const auto it = std::find_if(m_measures.begin(), m_measures.end(), [&](const MeasureDecl &one) { return one.id == id; });
    return it == m_measures.end() ? nullptr : &*it;
}

const CheckDecl *MeasureCatalogue::check(QStringView id) const
{
    const auto it = std::find_if(m_checks.begin(), m_checks.end(), [&](const CheckDecl &one) { return one.id == id; });
    return it == m_checks.end() ? nullptr : &*it;
}

const PhaseDecl *MeasureCatalogue::phase(QStringView id) const
{
    const auto it = std::find_if(m_phases.begin(), m_phases.end(), [&](const PhaseDecl &one) { return one.id == id; });
    return it == m_phases.end() ? nullptr : &*it;
}

LocalText MeasureCatalogue::gateTitle(const QString &gate) const
{
    return m_gates.value(gate);
}

QStringList MeasureCatalogue::ids() const
{
    QStringList list;
    for (const MeasureDecl &measure : m_measures)
        list.append(measure.id);
    return list;
}

QList<const MeasureDecl *> MeasureCatalogue::resting(const QString &checkId) const
{
    QList<const MeasureDecl *> list;
    for (const MeasureDecl &measure : m_measures) {
        if (measure.checks.contains(checkId))
            list.append(&measure);
    }
    return list;
}

} // namespace dw
