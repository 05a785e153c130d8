import type { Read } from './cells.ts'

/** The powers to disclose of Part 5 of the Digital Economy Act 2017, by the section that gives each. */
export const publishedPowers = {
  'public-services': { section: 35, written: ['psd - multiple disadvantages', 'psd - multiple disadvantage'] },
  'fuel-poverty': { section: 36, written: ['psd - fuel poverty'] },
  'water-poverty': { section: 38, written: ['psd - water poverty'] },
  'civil-registration': { section: 46, written: ['civil registration'] },
  debt: { section: 48, written: ['debt'] },
  fraud: { section: 56, written: ['fraud'] },
} as const satisfies Record<string, { section: number; written: readonly string[] }>

export type PublishedPower = keyof typeof publishedPowers

export const isPublishedPower = (text: string): text is PublishedPower => Object.hasOwn(publishedPowers, text)

export const sectionAddress = (power: PublishedPower): string =>
  `https://www.legislation.gov.uk/ukpga/2017/30/section/${publishedPowers[power].section}`

export function powerIn(cell: string): Read<PublishedPower | undefined> {
  const text = cell.trim().toLowerCase().replace(/\s+/g, ' ')
  if (text === '') return { value: undefined, problems: ['is blank'] }
  const found = Object.entries(publishedPowers).find(([, { written }]) => written.some((one) => one === text))
  if (!found) return { value: undefined, problems: [`is no power of Part 5 of the Act: ${cell.trim()}`] }
  return { value: found[0] as PublishedPower, problems: [] }
}
