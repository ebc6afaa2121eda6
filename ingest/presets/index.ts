import type { Preset } from '../preset.ts'
import { curatedOwnership } from './curated-ownership.ts'
import { im3DataCentres } from './im3-data-centres.ts'
import { ncLandlords } from './nc-landlords.ts'
import { sisterCities } from './sister-cities.ts'
import { smdgLinerCodes } from './smdg-liner-codes.ts'
import { smdgTerminals } from './smdg-terminals.ts'
import { worldPortIndex } from './world-port-index.ts'

/** Every public format read beside the generic templates. */
export const PRESETS: readonly Preset[] = [smdgTerminals, smdgLinerCodes, worldPortIndex, ncLandlords, im3DataCentres, curatedOwnership, sisterCities]
