#pragma once

#include "ui/models/findingmodel.h"

#include <vector>

namespace dw {

/// A row of the tree: a type, a value or a place.
struct FindingModel::Node {
    Node *parent = nullptr;
    int row = 0;
    QList<qsizetype> findings; ///< Indices in the model's list, ascending.
    std::vector<std::unique_ptr<Node>> children;
    bool isPossible = false;
};

} // namespace dw
