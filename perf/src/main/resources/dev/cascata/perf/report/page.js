'use strict';

// The colour, mark and dash of each subject. Each of the three alone distinguishes the lines.
const LOOKS = {
  floor: ['#6b6b6b', 'line', [2, 3]],
  reference: ['#0b5fa5', 'circle', []],
  go: ['#c45a00', 'triangle', [8, 4]],
  grpc: ['#00785a', 'rect', [4, 4]],
  executor: ['#8a6d00', 'cross', [1, 4]],
  plain: ['#8c3a7e', 'rectRot', [10, 3, 2, 3]],
};
const MORE = [['#a11d33', 'star', [6, 2]], ['#3b3b98', 'crossRot', [12, 4]], ['#5b7a1d', 'rectRounded', [3, 6]]];

function look(subject, index) {
  return LOOKS[subject] || MORE[index % MORE.length];
}

const grouped = (text) => (/^\d+$/.test(text) ? Number(text).toLocaleString('en') : text);

// Draws the lowest and the highest value of each point.
const errorBars = {
  id: 'errorBars',
  afterDatasetsDraw(chart) {
    const { ctx, scales: { y } } = chart;
    chart.data.datasets.forEach((set, index) => {
      if (!chart.isDatasetVisible(index)) return;
      ctx.save();
      ctx.strokeStyle = set.borderColor;
      chart.getDatasetMeta(index).data.forEach((point, at) => {
        const low = y.getPixelForValue(set.data[at].low);
        const high = y.getPixelForValue(set.data[at].high);
        ctx.beginPath();
        ctx.moveTo(point.x, low);
        ctx.lineTo(point.x, high);
        for (const end of [low, high]) {
          ctx.moveTo(point.x - 4, end);
          ctx.lineTo(point.x + 4, end);
        }
        ctx.stroke();
      });
      ctx.restore();
    });
  },
};

function short(value, unit) {
  if (!unit.startsWith('ns')) return value.toLocaleString('en') + ' ' + unit;
  const at = Math.min(3, Math.max(0, Math.floor(Math.log10(value) / 3)));
  return +(value / 1000 ** at).toPrecision(3) + ' ' + ['ns', 'µs', 'ms', 's'][at];
}

// Returns whether a value is one of these digits times a power of ten.
function isRound(value, digits) {
  return digits.includes(Number((value / 10 ** Math.floor(Math.log10(value) + 1e-9)).toPrecision(6)));
}

function draw(figure, plot) {
  const canvas = document.createElement('canvas');
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', plot.title + '; the figures are in the table below');
  const frame = document.createElement('div');
  frame.append(canvas);
  figure.append(frame);
  if (plot.notes.length > 0) {
    const caption = document.createElement('figcaption');
    caption.textContent = 'Not plotted: ' + plot.notes.join('; ') + '.';
    figure.append(caption);
  }
  figure.hidden = false;
  const texts = plot.lines.flatMap((line) => line.points.map((point) => point.x));
  const numeric = texts.every((text) => Number(text) > 0);
  const values = plot.lines.flatMap((line) => line.points.map((point) => point.y));
  const few = Math.max(...values) < 100 * Math.min(...values);
  const datasets = plot.lines.map((line, index) => {
    const [colour, mark, dash] = look(line.subject, index);
    return {
      label: line.subject,
      data: line.points.map((p) => ({ x: numeric ? Number(p.x) : grouped(p.x), y: p.y, low: p.low, high: p.high })),
      borderColor: colour, backgroundColor: colour, borderDash: dash, borderWidth: 2,
      pointStyle: mark, pointRadius: 5, pointBorderWidth: 2,
    };
  });
  new Chart(canvas, {
    type: 'line',
    data: { labels: numeric ? undefined : [...new Set(texts.map(grouped))], datasets },
    plugins: [errorBars],
    options: {
      animation: false,
      maintainAspectRatio: false,
      scales: {
        x: {
          type: numeric ? 'logarithmic' : 'category',
          title: { display: true, text: plot.x },
          ticks: numeric ? { callback: (v) => (isRound(v, [1]) ? v.toLocaleString('en') : '') } : {},
        },
        y: {
          type: 'logarithmic',
          title: { display: true, text: plot.y },
          ticks: { callback: (v) => (isRound(v, few ? [1, 2, 5] : [1]) ? short(v, plot.y) : '') },
        },
      },
      plugins: {
        title: { display: true, text: plot.title },
        legend: { labels: { usePointStyle: true } },
        tooltip: {
          callbacks: {
            label: ({ dataset, raw }) =>
              `${dataset.label}: ${short(raw.y, plot.y)} (${short(raw.low, plot.y)} to ${short(raw.high, plot.y)})`,
          },
        },
      },
    },
  });
}

const plots = JSON.parse(document.getElementById('plots').textContent);
document.querySelectorAll('figure[data-plot]').forEach((figure) => draw(figure, plots[figure.dataset.plot]));
document.querySelectorAll('section').forEach((section) => {
  section.querySelector('details').open = !section.querySelector('figure');
});
