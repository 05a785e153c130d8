import { TILE_WIDTH, type TileId } from './tile.ts'

/** What a path under `/log/tile/` names: hashes of a level or entries, a full tile or the first few of one. */
export interface TilePath {
  level: number | 'entries'
  index: number
  /** 1 to 256. */
  width: number
}

/** `<L>/<N>[.p/<W>]` with the index in groups of three digits (C2SP tlog-tiles). */
export function tilePath({ level, index, width }: TilePath): string {
  const partial = width === TILE_WIDTH ? '' : `.p/${width}`
  return `${level}/${groupsOf(index)}${partial}`
}

/** @returns undefined for whatever is not exactly as `tilePath` writes it, so that each tile has one address only. */
export function parseTilePath(path: string): TilePath | undefined {
  const match = PATH.exec(path)
  if (!match) return undefined
  const [, level = '', groups = '', width] = match
  const named = {
    level: level === 'entries' ? level : Number(level),
    index: Number(groups.replaceAll(/[x/]/g, '')),
    width: width === undefined ? TILE_WIDTH : Number(width),
  } satisfies TilePath
  return Number.isSafeInteger(named.index) && tilePath(named) === path && isTile(named) ? named : undefined
}

export const tileIdOf = ({ level, index }: TilePath): TileId => ({ level: level === 'entries' ? 0 : level, index })

const PATH = /^(\d{1,2}|entries)\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/(\d{1,3}))?$/

const HIGHEST_LEVEL = 63

const isTile = ({ level, width }: TilePath) =>
  (level === 'entries' || level <= HIGHEST_LEVEL) && width >= 1 && width <= TILE_WIDTH

/** 1234067 is `x001/x234/067`. */
function groupsOf(index: number): string {
  const digits = String(index)
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0')
  return (padded.match(/\d{3}/g) ?? []).map((group, at, all) => (at < all.length - 1 ? `x${group}` : group)).join('/')
}
