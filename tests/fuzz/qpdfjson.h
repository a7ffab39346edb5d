#pragma once

// Included before everything by the fuzz build, in place of qpdf's <qpdf/JSON.hh>, which Clang 14 cannot compile as C++20 with
// libstdc++ 12 (a vector of an incomplete type with a constexpr destructor). The program uses nothing of it; qpdf's other
// headers only name it.
#define JSON_HH

class JSON
{
public:
    static constexpr int LATEST = 2;
    class Reactor;
};
