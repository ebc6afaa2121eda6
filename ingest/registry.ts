import { KnownError } from '#model/known-error.ts'
import type { Preset } from './preset.ts'
import { PRESETS } from './presets/index.ts'
import { TEMPLATE_PRESETS } from './templates.ts'

/** Every way a file can be read: the generic templates, then the public formats. */
export const ALL_PRESETS: readonly Preset[] = [...TEMPLATE_PRESETS, ...PRESETS]

/** @throws KnownError UNKNOWN_PRESET naming the presets there are */
export function presetOf(id: string): Preset {
  const preset = ALL_PRESETS.find((each) => each.id === id)
  if (preset) return preset
  const ids = ALL_PRESETS.map((each) => each.id)
  throw new KnownError('UNKNOWN_PRESET', `There is no preset ${JSON.stringify(id.slice(0, 60))}. Presets: ${ids.join(', ')}.`, { presets: ids })
}
