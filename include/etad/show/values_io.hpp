// SPDX-License-Identifier: MIT
// What verbs return in streams, and by std::format where the library has it.
#pragma once

#include <ostream>
#include <sstream>
#include <string>
#include <version>
#if defined(__cpp_lib_format)
#include <algorithm>
#include <format>
#endif

#include <etad/show/value_text.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// A type of etad's that verbs return: found by argument-dependent lookup, so it can have an operator.
template <class A>
concept own_result = is_dense_matrix<A> || is_sparse_matrix<A> ||
    (text_members<A> && !text_tuple<A>);

/// The text of a number as the stream would write it.
template <class Stream>
struct streamed_number {
  const Stream& like;

  template <class T>
  std::string operator()(const T& x) const {
    std::ostringstream out;
    out.copyfmt(like);
    out.width(0);
    out << x;
    return out.str();
  }
};

}  // namespace detail

/// Writes a result of a verb: a matrix by rows, in columns of one width; a sparse matrix with a line `(i, j) number`
/// for each nonzero; a structure such as that of value_and_gradient with the names of its members. Numbers have the
/// format of the stream.
///
///   std::cout << etad::jacobian(f)(x);
template <detail::own_result A>
std::ostream& operator<<(std::ostream& out, const A& a) {
  std::string text;
  detail::value_writer(text, detail::streamed_number<std::ostream>{out})(a);
  return out << text;
}

/// What shown() returns.
template <class A>
struct shown_value {
  const A& value;
};

/// Anything that a verb may return, for a stream: gradients by several arguments are tuples, those by arrays are
/// arrays, which have no operator of their own. `std::cout << etad::shown(gradient(f)(x, y))` writes (1, [2, 3]).
/// Refers to its argument.
template <class A>
shown_value<A> shown(const A& a) {
  return {a};
}
template <class A>
std::ostream& operator<<(std::ostream& out, const shown_value<A>& a) {
  std::string text;
  detail::value_writer(text, detail::streamed_number<std::ostream>{out})(a.value);
  return out << text;
}

}  // namespace etad::inline ETAD_ABI

#if defined(__cpp_lib_format)
/// The same by std::format; the specification is that of a number and counts for each: `{:.3f}`.
template <etad::detail::own_result A>
struct std::formatter<A, char> {
  constexpr auto parse(std::format_parse_context& context) {
    auto p = context.begin();
    while (p != context.end() && *p != '}') specification_ += *p++;
    specification_ += '}';
    return p;
  }
  template <class Context>
  auto format(const A& a, Context& context) const {
    const auto number = [this](const auto& x) {
      return std::vformat(specification_, std::make_format_args(x));
    };
    std::string text;
    etad::detail::value_writer(text, number)(a);
    return std::copy(text.begin(), text.end(), context.out());
  }

 private:
  std::string specification_ = "{:";
};
#endif
