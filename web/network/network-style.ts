import type { EdgeSingular, StylesheetJson } from 'cytoscape'
import type { Tokens } from '../theme/tokens.ts'
import { BOX } from './stacks.ts'

/** Cytoscape refuses quotes in a list of fonts. */
const FONT = 'Noto Sans, Noto Sans Arabic, Noto Sans Devanagari, system-ui, sans-serif'
// Cytoscape knows lists in data and ends of lines as a frame of reference; its types do not.
const data = (name: string) => (edge: EdgeSingular): never => edge.data(name) as never

/** Looks of boxes and lines. The dash of a line is the grade of its statement; its end says what kind of hold it is. */
export const networkStyle = (tokens: Tokens): StylesheetJson => [
  {
    selector: 'node',
    style: {
      width: BOX.width,
      height: BOX.height,
      shape: 'round-rectangle',
      'background-color': tokens.surface,
      'border-width': 1,
      'border-color': tokens.mark,
      label: 'data(label)',
      'text-wrap': 'wrap',
      'text-max-width': `${BOX.width - 2}px`,
      'text-valign': 'center',
      'text-halign': 'center',
      'line-height': 1.1,
      'font-family': FONT,
      'font-size': 13.5,
      color: tokens.ink,
      'min-zoomed-font-size': 5,
      'overlay-opacity': 0,
    },
  },
  { selector: '.focus', style: { 'background-color': tokens.ink, 'border-color': tokens.ink, color: tokens.paper, 'font-weight': 600 } },
  { selector: '.site', style: { shape: 'cut-rectangle', 'background-color': tokens.sunken } },
  { selector: '.brand', style: { shape: 'round-tag', 'background-color': tokens.sunken } },
  { selector: '.fold', style: { 'background-color': tokens.sunken, 'border-color': tokens.line, 'font-weight': 600 } },
  { selector: '.unrecorded', style: { 'background-opacity': 0, 'border-style': 'dashed', 'border-width': 1.5, color: tokens.muted } },
  {
    selector: 'edge',
    style: {
      width: 1.6,
      'line-color': tokens.muted,
      'target-arrow-color': tokens.muted,
      'target-arrow-shape': 'triangle',
      'arrow-scale': 0.9,
      'overlay-opacity': 0,
      'font-family': FONT,
      'font-size': 12,
      color: tokens.ink,
      'text-background-color': tokens.paper,
      'text-background-opacity': 1,
      'text-background-padding': '1px',
      'min-zoomed-font-size': 5,
    },
  },
  {
    selector: 'edge.cornered',
    style: {
      'curve-style': 'round-segments',
      'segment-weights': data('weights'),
      'segment-distances': data('distances'),
      'segment-radii': [7],
      'edge-distances': 'endpoints' as never,
      'source-endpoint': data('leaves'),
      'target-endpoint': data('reaches'),
    },
  },
  {
    selector: 'edge.curved',
    style: { 'curve-style': 'unbundled-bezier', 'control-point-distances': data('bend'), 'control-point-weights': [0.5], label: 'data(label)' },
  },
  { selector: 'edge.across', style: { opacity: 0.45, label: '' } },
  { selector: 'edge.cornered.down', style: { 'target-label': 'data(label)', 'target-text-offset': 22 } },
  { selector: 'edge.cornered.up', style: { 'source-label': 'data(label)', 'source-text-offset': 18 } },
  { selector: 'edge.stacked.down', style: { 'target-text-offset': 56, 'target-text-margin-y': -10, 'text-background-opacity': 0 } },
  { selector: 'edge.stacked.up', style: { 'source-text-offset': 54, 'source-text-margin-y': -10, 'text-background-opacity': 0 } },
  { selector: 'edge.register', style: { width: 2.6 } },
  { selector: 'edge.reported', style: { 'line-style': 'dashed', 'line-dash-pattern': [7, 4] } },
  { selector: 'edge.claimed, edge.inferred', style: { 'line-style': 'dashed', 'line-dash-pattern': [1.5, 3.5], 'line-cap': 'round' } },
  { selector: 'edge.joint', style: { 'target-arrow-shape': 'diamond', 'target-arrow-fill': 'hollow', 'arrow-scale': 1.15 } },
  { selector: 'edge.group', style: { 'target-arrow-shape': 'circle', 'target-arrow-fill': 'hollow' } },
  { selector: 'edge.operates, edge.manages', style: { 'target-arrow-shape': 'vee' } },
  { selector: 'edge.brand', style: { 'target-arrow-shape': 'square', 'target-arrow-fill': 'hollow' } },
  { selector: 'edge.folded, edge.unrecorded', style: { 'target-arrow-shape': 'none', 'line-color': tokens.mark, width: 1 } },
  { selector: '.dim', style: { opacity: 0.4 } },
  { selector: 'edge.across.lit', style: { label: 'data(label)' } },
  { selector: 'edge.lit', style: { opacity: 1, 'line-color': tokens.ink, 'target-arrow-color': tokens.ink, width: 2.4, 'z-index': 3 } },
  { selector: 'node.lit', style: { 'border-color': tokens.ink, 'border-width': 1.5 } },
  { selector: 'node.chosen', style: { 'border-color': tokens.ink, 'border-width': 3 } },
  { selector: 'node.focus.chosen', style: { 'border-color': tokens.mark } },
  { selector: 'node.cursor', style: { 'outline-width': 2, 'outline-color': tokens.focus, 'outline-offset': 4, 'outline-style': 'dashed' } },
]
