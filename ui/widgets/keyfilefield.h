#pragma once

#include "core/base/result.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace dw {

/// The key file beside a passphrase: a quiet button that opens into the chooser, since most accounts have none.
/// Keeps the path alone; the file is read when its content is needed.
class KeyFileField final : public QWidget
{
    Q_OBJECT

public:
    enum class Use { Present, New }; ///< New can also make a file.

    explicit KeyFileField(Use use, QWidget *parent = nullptr);

    void setNeeded(bool needed); ///< Opens it: the account does not unlock without one.
    bool isNeeded() const { return m_isNeeded; }
    bool isChosen() const { return !m_path.isEmpty(); }
    void open(); ///< Without its quiet button.
    void clear();

    /// What the chosen file holds; empty without one. Errors: those of keyfile::read().
    Result<QByteArray> content() const;

signals:
    void changed();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void choose();
    void make();
    void setPath(const QString &path);
    void updateState();

    Use m_use;
    QString m_path;
    bool m_isNeeded = false;
    QPushButton *m_disclose = nullptr;
    QWidget *m_inside = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_hint = nullptr; ///< Of a new one alone.
    QLabel *m_error = nullptr;
    QPushButton *m_forget = nullptr;
};

} // namespace dw
