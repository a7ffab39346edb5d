#include "core/domain/registerdecl.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<const char *, FieldType>, 16> typeNames {{
    {"text", FieldType::Text},
    {"longtext", FieldType::LongText},
    {"integer", FieldType::Integer},
    {"real", FieldType::Real},
    {"bool", FieldType::Bool},
    {"date", FieldType::Date},
    {"instant", FieldType::Instant},
    {"choice", FieldType::Choice},
    {"choices", FieldType::Choices},
    {"level", FieldType::Level},
    {"ref", FieldType::Ref},
    {"refs", FieldType::Refs},
    {"textlist", FieldType::TextList},
    {"measure", FieldType::Measure},
    {"measures", FieldType::Measures},
    {"json", FieldType::Json},
}};

LocalText localText(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    return {object.value("en"_L1).toString(), object.value("zh"_L1).toString()};
}

QStringList stringList(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &item : value.toArray())
        list.append(item.toString());
    return list;
}

/// Reads one declaration and collects the first complaint.
class Reader
{
public:
    Result<RegisterDecl> read(const QJsonObject &object)
    {
        RegisterDecl decl;
        decl.id = object.value("id"_L1).toString();
        decl.page = object.value("page"_L1).toString();
        decl.order = object.value("order"_L1).toInt();
        decl.title = localText(object.value("title"_L1));
        decl.singular = localText(object.value("singular"_L1));
        decl.about = localText(object.value("about"_L1));
        decl.label = object.value("label"_L1).toString();
        decl.parent = object.value("parent"_L1).toString();
        decl.levelField = object.value("level_field"_L1).toString();
        decl.addRoles = stringList(object.value("add_roles"_L1));
        decl.editRoles = stringList(object.value("edit_roles"_L1));
        decl.isSingle = object.value("single"_L1).toBool();
        decl.isSystem = object.value("system"_L1).toBool();
        if (decl.addRoles.isEmpty())
            decl.addRoles = {u"owner"_s, u"deal_manager"_s, u"compliance_officer"_s, u"legal_counsel"_s};
        if (decl.editRoles.isEmpty())
            decl.editRoles = decl.addRoles;
        for (const QJsonValue &value : object.value("fields"_L1).toArray())
            decl.fields.append(readField(value.toObject()));
        readStates(object.value("states"_L1).toObject(), decl);
        check(decl);
        if (!m_complaint.isEmpty())
            return fail(ErrorCode::Corrupt, u"register.malformed"_s, {decl.id}, m_complaint);
        return decl;
    }

private:
    FieldDecl readField(const QJsonObject &object)
    {
        FieldDecl field;
        field.name = object.value("name"_L1).toString();
        const QString type = object.value("type"_L1).toString(u"text"_s);
        const auto known = std::find_if(typeNames.begin(), typeNames.end(),
            [&](const auto &entry) { return type == QLatin1StringView(entry.first); });
        if (known == typeNames.end())
            complain(u"unknown type %1 of field %2"_s.arg(type, field.name));
        else
            field.type = known->second;
        field.title = localText(object.value("title"_L1));
        field.help = localText(object.value("help"_L1));
        field.target = object.value("target"_L1).toString();
        for (const QJsonValue &value : object.value("choices"_L1).toArray())
            field.choices.append({value.toObject().value("id"_L1).toString(), localText(value)});
        field.defaultValue = object.value("default"_L1).toVariant();
        field.required = object.value("required"_L1).toBool();
        field.inList = object.value("list"_L1).toBool();
        field.more = object.value("more"_L1).toBool();
        field.readOnly = object.value("read_only"_L1).toBool();
        field.unique = object.value("unique"_L1).toBool();
        field.sealedByLevel = object.value("sealed"_L1).toBool();
        field.sealedLevel = object.value("sealed_level"_L1).toInt();
        return field;
    }

    void readStates(const QJsonObject &object, RegisterDecl &decl)
    {
        decl.initialState = object.value("initial"_L1).toString();
        for (const QJsonValue &value : object.value("list"_L1).toArray()) {
            const QJsonObject state = value.toObject();
            decl.states.append({state.value("id"_L1).toString(), localText(state.value("title"_L1)),
                state.value("tone"_L1).toString(u"neutral"_s), state.value("final"_L1).toBool()});
        }
        for (const QJsonValue &value : object.value("transitions"_L1).toArray()) {
            const QJsonObject item = value.toObject();
            TransitionDecl transition;
            transition.id = item.value("id"_L1).toString();
            transition.from = stringList(item.value("from"_L1));
            transition.to = item.value("to"_L1).toString();
            transition.title = localText(item.value("title"_L1));
            transition.roles = stringList(item.value("roles"_L1));
            transition.needs = stringList(item.value("needs"_L1));
            transition.needsReason = item.value("reason"_L1).toBool();
            transition.isAutomatic = item.value("automatic"_L1).toBool();
            decl.transitions.append(transition);
        }
    }

    void check(const RegisterDecl &decl)
    {
        // Names become SQL identifiers: nothing but plain lower-case words.
        static const QRegularExpression word(u"^[a-z][a-z0-9_]{0,50}$"_s);
        if (!word.match(decl.id).hasMatch())
            complain(u"bad id"_s);
        if (decl.title.en.isEmpty() || decl.title.zh.isEmpty() || decl.singular.en.isEmpty() || decl.singular.zh.isEmpty())
            complain(u"title or singular missing"_s);
        QSet<QString> names;
        for (const FieldDecl &field : decl.fields) {
            if (!word.match(field.name).hasMatch() || names.contains(field.name))
                complain(u"bad or repeated field name %1"_s.arg(field.name));
            names.insert(field.name);
            if (field.title.en.isEmpty() || field.title.zh.isEmpty())
                complain(u"no title for field %1"_s.arg(field.name));
            const bool isRef = field.type == FieldType::Ref || field.type == FieldType::Refs;
            if (isRef && field.target.isEmpty())
                complain(u"no target for field %1"_s.arg(field.name));
            const bool isChoice = field.type == FieldType::Choice || field.type == FieldType::Choices;
            if (isChoice && field.choices.isEmpty())
                complain(u"no choices for field %1"_s.arg(field.name));
            if (field.sealedByLevel && decl.levelField.isEmpty())
                complain(u"sealed field %1 without level_field"_s.arg(field.name));
        }
        if (!decl.levelField.isEmpty() && !names.contains(decl.levelField))
            complain(u"level_field is no field"_s);
        if (!decl.parent.isEmpty() && !names.contains(decl.parent))
            complain(u"parent is no field"_s);
        checkStates(decl);
    }

    void checkStates(const RegisterDecl &decl)
    {
        if (decl.states.isEmpty())
            return;
        if (!decl.stateDecl(decl.initialState))
            complain(u"initial state is not declared"_s);
        for (const TransitionDecl &transition : decl.transitions) {
            if (!decl.stateDecl(transition.to))
                complain(u"transition to undeclared state %1"_s.arg(transition.to));
            for (const QString &from : transition.from) {
                if (!decl.stateDecl(from))
                    complain(u"transition from undeclared state %1"_s.arg(from));
            }
            for (const QString &need : transition.needs) {
                if (!decl.field(need))
                    complain(u"transition %1 needs undeclared field %2"_s.arg(transition.id, need));
            }
        }
    }

    void complain(const QString &what)
    {
        if (m_complaint.isEmpty())
            m_complaint = what;
    }

    QString m_complaint;
};

} // namespace

bool FieldDecl::isNumber() const
{
    switch (type) {
    case FieldType::Integer:
    case FieldType::Real:
    case FieldType::Bool:
    case FieldType::Instant:
    case FieldType::Level:
        return true;
    default:
        return false;
    }
}

const FieldDecl *RegisterDecl::field(QStringView name) const
{
    for (const FieldDecl &candidate : fields) {
        if (candidate.name == name)
            return &candidate;
    }
    return nullptr;
}

const StateDecl *RegisterDecl::stateDecl(QStringView wanted) const
{
    for (const StateDecl &candidate : states) {
        if (candidate.id == wanted)
            return &candidate;
    }
    return nullptr;
}

Result<RegisterCatalogue> RegisterCatalogue::load(const QString &directory)
{
    RegisterCatalogue catalogue;
    const QDir dir(directory);
    for (const QString &name : dir.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::Io, u"register.unreadable"_s, {name});
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
        if (error.error != QJsonParseError::NoError)
            return fail(ErrorCode::Corrupt, u"register.malformed"_s, {name}, u"%1 at byte %2"_s.arg(error.errorString()).arg(error.offset));
        // A file holds one declaration, or several that belong together as an array.
        const QJsonArray declarations = document.isArray() ? document.array() : QJsonArray {document.object()};
        for (const QJsonValue &value : declarations) {
            Result<RegisterDecl> decl = Reader().read(value.toObject());
            if (!decl)
                return failed(decl);
            if (catalogue.m_registers.contains(decl->id))
                return fail(ErrorCode::Corrupt, u"register.malformed"_s, {decl->id}, u"declared twice"_s);
            catalogue.m_registers.insert(decl->id, std::move(*decl));
        }
    }
    for (const RegisterDecl &decl : std::as_const(catalogue.m_registers)) {
        for (const FieldDecl &field : decl.fields) {
            if (!field.target.isEmpty() && !catalogue.m_registers.contains(field.target))
                return fail(ErrorCode::Corrupt, u"register.malformed"_s, {decl.id}, u"field %1 refers to undeclared register %2"_s.arg(field.name, field.target));
        }
    }
    return catalogue;
}

const RegisterDecl *RegisterCatalogue::find(QStringView id) const
{
    const auto it = m_registers.constFind(id.toString());
    return it == m_registers.constEnd() ? nullptr : &*it;
}

QList<const RegisterDecl *> RegisterCatalogue::all() const
{
    QList<const RegisterDecl *> list;
    for (const RegisterDecl &decl : m_registers)
        list.append(&decl);
    std::sort(list.begin(), list.end(), [](const RegisterDecl *a, const RegisterDecl *b) {
        return std::tie(a->page, a->order, a->id) < std::tie(b->page, b->order, b->id);
    });
    return list;
}

QList<const RegisterDecl *> RegisterCatalogue::onPage(QStringView page) const
{
    QList<const RegisterDecl *> list = all();
    list.removeIf([&](const RegisterDecl *decl) { return decl->page != page; });
    return list;
}

QList<const RegisterDecl *> RegisterCatalogue::childrenOf(QStringView id) const
{
    QList<const RegisterDecl *> list = all();
    list.removeIf([&](const RegisterDecl *decl) {
        const FieldDecl *field = decl->parent.isEmpty() ? nullptr : decl->field(decl->parent);
        return !field || field->target != id;
    });
    return list;
}

} // namespace dw
