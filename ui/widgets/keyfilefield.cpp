#include "ui/widgets/keyfilefield.h"

#include "core/store/keyfile.h"
#include "ui/base/dealwardstyle.h"
#include "ui/text/errortext.h"
#include "ui/widgets/filedialog.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QPushButton>

namespace dw {

using namespace Qt::StringLiterals;

KeyFileField::KeyFileField(Use use, QWidget *parent)
    : QWidget(parent)
    , m_use(use)
{
    const auto button = [](const QString &text, const QString &name) {
        auto *made = new QPushButton(text);
        made->setObjectName(name);
        setButtonKind(made, ButtonKind::Quiet);
        return made;
    };
    const QString prefix = use == Use::New ? u"new_"_s : QString();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::unit);
    m_disclose = button(use == Use::New ? tr("Ask for a key file too…") : tr("Key file…"), prefix + u"key_file"_s);
    column->addWidget(m_disclose, 0, Qt::AlignLeft);
    m_inside = new QWidget;
    auto *inside = new QVBoxLayout(m_inside);
    inside->setContentsMargins({});
    inside->setSpacing(Theme::unit);
    inside->addWidget(makeLabel(use == Use::New ? tr("New key file") : tr("Key file"), TextSize::Small, QFont::DemiBold));
    m_name = makeQuietLabel({}, TextSize::Body);
    inside->addWidget(m_name);
    auto *row = new QHBoxLayout;
    auto *pick = button(tr("Choose…"), prefix + u"key_file_choose"_s);
    pick->setAccessibleName(tr("Choose the key file"));
    row->addWidget(pick);
    if (use == Use::New) {
        auto *maker = button(tr("Make a new one…"), u"new_key_file_make"_s);
        row->addWidget(maker);
        connect(maker, &QPushButton::clicked, this, &KeyFileField::make);
    }
    m_forget = button(tr("None"), prefix + u"key_file_none"_s);
    m_forget->setAccessibleName(tr("No key file"));
    row->addWidget(m_forget);
    row->addStretch();
    inside->addLayout(row);
    if (use == Use::New) {
        m_hint = makeQuietLabel(tr("The account then opens only with the passphrase and this file together. Keep a copy of it apart from the vault: "
                                   "without it only the recovery key helps."));
        inside->addWidget(m_hint);
    }
    column->addWidget(m_inside);
    m_error = makeErrorLabel();
    column->addWidget(m_error);
    m_inside->hide();
    connect(m_disclose, &QPushButton::clicked, this, [this] {
        open();
        if (m_use == Use::Present) // a new one has something to weigh first
            choose();
    });
    connect(pick, &QPushButton::clicked, this, &KeyFileField::choose);
    connect(m_forget, &QPushButton::clicked, this, &KeyFileField::clear);
    updateState();
}

void KeyFileField::setNeeded(bool needed)
{
    m_isNeeded = needed;
    m_disclose->setVisible(!needed && !isChosen());
    m_inside->setVisible(needed || isChosen());
    updateState();
    emit changed();
}

void KeyFileField::open()
{
    m_disclose->hide();
    m_inside->show();
}

void KeyFileField::clear()
{
    setPath({});
}

Result<QByteArray> KeyFileField::content() const
{
    return m_path.isEmpty() ? Result<QByteArray>(QByteArray()) : keyfile::read(m_path);
}

void KeyFileField::choose()
{
    const QString path = FileDialog::openFile(this, tr("Choose the key file"));
    if (!path.isEmpty())
        setPath(path);
}

void KeyFileField::make()
{
    const QString path = FileDialog::saveFile(this, tr("Make a new key file"), u"account.key"_s, u"key"_s);
    if (path.isEmpty())
        return;
    const auto made = keyfile::make(path);
    if (made)
        return setPath(path);
    m_error->setText(errorText(made.error()));
    m_error->show();
}

void KeyFileField::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_hint) // a dialog that is shown does not grow for words that wrap later
        m_hint->setMinimumHeight(m_hint->heightForWidth(width()));
}

void KeyFileField::setPath(const QString &path)
{
    m_path = path;
    m_error->hide();
    updateState();
    emit changed();
}

void KeyFileField::updateState()
{
    const QString name = QFileInfo(m_path).fileName();
    m_name->setText(!name.isEmpty() ? name : m_isNeeded ? tr("This account needs its key file.") : tr("None chosen"));
    m_name->setToolTip(m_path);
    m_forget->setVisible(isChosen());
}

} // namespace dw
