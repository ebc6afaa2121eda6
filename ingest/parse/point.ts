import type { Coordinates } from '#model/values/coordinates.ts'
import type { Cell } from './cell.ts'
import { bad, good } from './cell.ts'

const DEGREES = /^[-−]?\d{1,3}(\.\d{1,15})?$/
const HINT = 'Write decimal degrees with a point, such as 51.949 and 4.142.'

/**
 * A point in decimal degrees, WGS 84. Both cells or none; (0, 0) stands for a missing point.
 * A latitude beyond 90 beside a longitude that could be one suggests that the two are swapped: said, never applied.
 */
export function pointCell(lat: string, lon: string): Cell<Coordinates> {
  if (lat === '' && lon === '') return good<Coordinates>(undefined)
  if (lat === '') return bad('lat', 'NOT_COORDINATES', 'A longitude needs a latitude.', lat)
  if (lon === '') return bad('lon', 'NOT_COORDINATES', 'A latitude needs a longitude.', lon)
  if (!DEGREES.test(lat)) return numberProblem('lat', lat)
  if (!DEGREES.test(lon)) return numberProblem('lon', lon)
  const point = { lat: Number(lat.replace('−', '-')), lon: Number(lon.replace('−', '-')) }
  if (Math.abs(point.lat) > 90) {
    return bad('lat', 'NOT_COORDINATES', Math.abs(point.lon) <= 90 && Math.abs(point.lat) <= 180 ? 'A latitude lies between -90 and 90; are lat and lon swapped?' : HINT, lat)
  }
  if (Math.abs(point.lon) > 180) return bad('lon', 'NOT_COORDINATES', 'A longitude lies between -180 and 180.', lon)
  if (point.lat === 0 && point.lon === 0) return bad('lat', 'NULL_ISLAND', 'Leave lat and lon empty where the point is not known.', `${lat}, ${lon}`)
  return good(point)
}

const numberProblem = (column: string, text: string) =>
  bad(column, 'NOT_COORDINATES', /^[-−]?\d{4,}(\.\d+)?$/.test(text) ? 'This looks like metres of a projection; decimal degrees are needed.' : HINT, text)
