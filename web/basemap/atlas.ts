import { createRequire } from 'node:module'
import type { FeatureCollection, MultiLineString, MultiPolygon, Polygon } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

const require = createRequire(import.meta.url)
type Planar = <T>(geometry: T, projection: unknown) => T
// Neither package ships types; these are the only three calls made.
const { geoProject } = require('d3-geo-projection') as { geoProject: Planar }
const { geoEquirectangular, geoCentroid } = require('d3-geo') as { geoEquirectangular: () => { scale: (k: number) => unknown }; geoCentroid: (shape: unknown) => [number, number] }

interface Chain { scale: (k: number) => Chain; translate: (at: [number, number]) => Chain; reflectY: (on: boolean) => Chain; precision: (p: number) => Chain }

/** Shapes stitched for a sphere, cut at the 180th meridian and laid flat in degrees: otherwise Russia and Fiji smear across the map. */
export function flatten<T>(shape: T): T {
  const plane = (geoEquirectangular() as unknown as Chain).scale(180 / Math.PI).translate([0, 0]).reflectY(true).precision(0)
  return geoProject(shape, plane)
}

export type Named = { readonly name: string }
export type Shapes = FeatureCollection<Polygon | MultiPolygon, Named>

/** A TopoJSON file of the packages world-atlas and us-atlas. */
export const atlas = (file: string): Topology => require(file) as Topology

const layer = (topology: Topology, name: string): GeometryCollection<Named> => topology.objects[name] as GeometryCollection<Named>

export const shapesOf = (topology: Topology, name: string): Shapes => feature(topology, layer(topology, name)) as Shapes

/** Lines between two different shapes; the outer coast is left out. */
export const innerLines = (topology: Topology, name: string): MultiLineString => mesh(topology, layer(topology, name), (a, b) => a !== b)

export const centroidOf = (shape: unknown): [number, number] => geoCentroid(shape)
