// The picture: nothing overlaps, no flow crosses another or runs through a shape, labels stand by what they name.
import { flat } from './conventions.mjs';

const NEAR = 12;

export function drawing(definitions, say) {
  const process = definitions.rootElements.find((root) => root.$type === 'bpmn:Process');
  const planeElements = definitions.diagrams[0].plane.planeElement;
  const of = new Map(planeElements.map((drawn) => [drawn.bpmnElement.id, drawn]));
  const elements = flat(process);
  elements.filter((element) => !of.has(element.id)).forEach((element) => say(element.id, 'not drawn'));

  const shapes = elements
    .filter((element) => of.get(element.id)?.bounds)
    .map((element) => ({ element, id: element.id, box: box(of.get(element.id).bounds) }));
  const flows = elements
    .filter((element) => of.get(element.id)?.waypoint)
    .map((element) => ({ element, id: element.id, segments: segments(of.get(element.id).waypoint) }));
  const labels = planeElements
    .filter((drawn) => drawn.label?.bounds)
    .map((drawn) => ({ id: drawn.bpmnElement.id, element: drawn.bpmnElement, box: box(drawn.label.bounds) }));

  pairs(shapes, (a, b) => {
    if (inside(a, b) || inside(b, a)) return;
    if (attached(a, b) || attached(b, a)) return;
    if (overlap(a.box, b.box)) say(a.id, `overlaps ${b.id}`);
  });
  shapes.forEach(({ element, id, box: own }) => {
    const parent = shapes.find((shape) => shape.element === element.$parent);
    if (parent && !within(own, parent.box)) say(id, `leaves ${parent.id}`);
  });
  pairs(flows, (a, b) => {
    if (a.segments.some((s) => b.segments.some((t) => meet(s, t) && !sameEnd(a, b, s, t)))) say(a.id, `crosses ${b.id}`);
  });
  flows.forEach((flow) => {
    flow.segments.filter((s) => s.x1 !== s.x2 && s.y1 !== s.y2).forEach(() => say(flow.id, 'is drawn aslant'));
    shapes
      .filter((shape) => ![flow.element.sourceRef, flow.element.targetRef].includes(shape.element))
      .filter((shape) => !contains(shape.element, flow.element))
      .filter((shape) => flow.segments.some((segment) => overlap(bounds(segment), shape.box)))
      .forEach((shape) => say(flow.id, `runs through ${shape.id}`));
  });
  labels.forEach((label) => {
    shapes
      .filter((shape) => shape.element !== label.element && !contains(shape.element, label.element))
      .filter((shape) => shape.element !== label.element.attachedToRef)
      .filter((shape) => overlap(label.box, shape.box))
      .forEach((shape) => say(label.id, `its label covers ${shape.id}`));
    flows
      .filter((flow) => flow.segments.some((segment) => overlap(label.box, bounds(segment))))
      .forEach((flow) => say(label.id, `its label covers ${flow.id}`));
    const home = of.get(label.id);
    const parts = home.bounds ? [box(home.bounds)] : segments(home.waypoint).map(bounds);
    if (!parts.some((part) => overlap(label.box, grown(part)))) say(label.id, 'its label stands apart');
  });
  pairs(labels, (a, b) => overlap(a.box, b.box) && say(a.id, `its label covers the label of ${b.id}`));
}

const box = ({ x, y, width, height }) => ({ left: x, top: y, right: x + width, bottom: y + height });
const bounds = (s) => ({
  left: Math.min(s.x1, s.x2), right: Math.max(s.x1, s.x2), top: Math.min(s.y1, s.y2), bottom: Math.max(s.y1, s.y2),
});
const grown = (b) => ({ left: b.left - NEAR, right: b.right + NEAR, top: b.top - NEAR, bottom: b.bottom + NEAR });
const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
  || flatOverlap(a, b) || flatOverlap(b, a);
/** A line has no area: it overlaps a box when it passes strictly through it. */
const flatOverlap = (line, b) => (line.left === line.right && line.left > b.left && line.left < b.right
    && line.top < b.bottom && line.bottom > b.top)
  || (line.top === line.bottom && line.top > b.top && line.top < b.bottom
    && line.left < b.right && line.right > b.left);
const within = (a, b) => a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;
const attached = (a, b) => a.element.attachedToRef === b.element;
const inside = (a, b) => contains(b.element, a.element);

function contains(outer, element) {
  for (let up = element.$parent; up; up = up.$parent) if (up === outer) return true;
  return false;
}

function segments(points) {
  return points.slice(1).map((p, i) => ({ x1: points[i].x, y1: points[i].y, x2: p.x, y2: p.y }));
}

/** Touching counts: two flows share no point but a common end. */
function meet(s, t) {
  const a = bounds(s);
  const b = bounds(t);
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

/** Flows leaving or entering the same gateway or task may meet only where they dock. */
function sameEnd(a, b, s, t) {
  const docks = (flow) => [
    [flow.element.sourceRef, flow.segments[0].x1, flow.segments[0].y1],
    [flow.element.targetRef, flow.segments.at(-1).x2, flow.segments.at(-1).y2],
  ];
  return docks(a).some(([e, x, y]) => docks(b).some(([f, u, v]) => e === f && x === u && y === v
    && onOnly(s, t, x, y)));
}

function onOnly(s, t, x, y) {
  const a = bounds(s);
  const b = bounds(t);
  return Math.max(a.left, b.left) === x && Math.min(a.right, b.right) === x
    && Math.max(a.top, b.top) === y && Math.min(a.bottom, b.bottom) === y;
}

function pairs(list, look) {
  list.forEach((a, i) => list.slice(i + 1).forEach((b) => look(a, b)));
}
