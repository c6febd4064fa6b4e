// Products of small matrices, four numbers at a time. Every sum is added in one order, whatever the machine: no product
// is fused, and no row depends on how many rows there are.
#pragma once

#include <cstring>

namespace fastslow::practice {

using Four = float __attribute__((vector_size(16)));

inline Four load(const float* from) {
  Four four;
  std::memcpy(&four, from, sizeof four);
  return four;
}
inline void store(float* to, Four four) { std::memcpy(to, &four, sizeof four); }
inline Four all(float x) { return Four{x, x, x, x}; }

// to[i] += from[i], and += factor * from[i].
template <int Width>
void add(float* to, const float* from) {
  for (int i = 0; i < Width; i += 4) store(to + i, load(to + i) + load(from + i));
}
template <int Width>
void add(float* to, const float* from, float factor) {
  for (int i = 0; i < Width; i += 4) store(to + i, load(to + i) + all(factor) * load(from + i));
}

template <int In, int Out, int Rows>
void times_block(const float* x, int x_stride, const float* w, float* y, int y_stride) {
  for (int o = 0; o < Out; o += 8) {
    Four low[Rows];
    Four high[Rows];
    for (int r = 0; r < Rows; ++r) {
      low[r] = load(y + r * y_stride + o);
      high[r] = load(y + r * y_stride + o + 4);
    }
    for (int i = 0; i < In; ++i) {
      const Four w_low = load(w + i * Out + o);
      const Four w_high = load(w + i * Out + o + 4);
      for (int r = 0; r < Rows; ++r) {
        const Four factor = all(x[r * x_stride + i]);
        low[r] += factor * w_low;
        high[r] += factor * w_high;
      }
    }
    for (int r = 0; r < Rows; ++r) {
      store(y + r * y_stride + o, low[r]);
      store(y + r * y_stride + o + 4, high[r]);
    }
  }
}

// y [rows, Out] += x [rows, In] * w [In, Out]; Out is a multiple of 8. Rows lie `stride` numbers apart.
template <int In, int Out>
void add_times(const float* x, int x_stride, const float* w, float* y, int y_stride, int rows) {
  static_assert(Out % 8 == 0);
  int r = 0;
  for (; r + 4 <= rows; r += 4) times_block<In, Out, 4>(x + r * x_stride, x_stride, w, y + r * y_stride, y_stride);
  for (; r < rows; ++r) times_block<In, Out, 1>(x + r * x_stride, x_stride, w, y + r * y_stride, y_stride);
}

// w [In, Out] += x^T [In, rows] * y [rows, Out]: what the rows say about a layer's weights. In % 4 == 0, Out % 8 == 0.
template <int In, int Out>
void add_outer(const float* x, int x_stride, const float* y, int y_stride, float* w, int rows) {
  static_assert(In % 4 == 0 && Out % 8 == 0);
  for (int i = 0; i < In; i += 4) {
    for (int o = 0; o < Out; o += 8) {
      Four low[4];
      Four high[4];
      for (int k = 0; k < 4; ++k) {
        low[k] = load(w + (i + k) * Out + o);
        high[k] = load(w + (i + k) * Out + o + 4);
      }
      for (int r = 0; r < rows; ++r) {
        const Four y_low = load(y + r * y_stride + o);
        const Four y_high = load(y + r * y_stride + o + 4);
        for (int k = 0; k < 4; ++k) {
          const Four factor = all(x[r * x_stride + i + k]);
          low[k] += factor * y_low;
          high[k] += factor * y_high;
        }
      }
      for (int k = 0; k < 4; ++k) {
        store(w + (i + k) * Out + o, low[k]);
        store(w + (i + k) * Out + o + 4, high[k]);
      }
    }
  }
}

// bias [Out] += the sum of y's rows.
template <int Out>
void add_rows(const float* y, int y_stride, float* bias, int rows) {
  for (int o = 0; o < Out; o += 4) {
    Four sum = load(bias + o);
    for (int r = 0; r < rows; ++r) sum += load(y + r * y_stride + o);
    store(bias + o, sum);
  }
}

// to [columns, rows] = from [rows, columns] turned.
inline void turn(const float* from, int rows, int columns, float* to) {
  for (int r = 0; r < rows; ++r) {
    for (int c = 0; c < columns; ++c) to[c * rows + r] = from[r * columns + c];
  }
}

}  // namespace fastslow::practice
