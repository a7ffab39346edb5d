// Headers that almost every file of the window includes; precompiled in the ci preset.
#pragma once

#include "core/base/pch.h"

#include <QAction>
#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTableView>
#include <QWidget>
