import type { SameWords } from '../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  operators: 'Gweithredwyr y gwasanaeth hwn',
  navigation: {
    overview: 'Trosolwg',
    deliveries: 'Danfoniadau',
    inbox: 'Mewnflwch',
    streams: 'Ffrydiau',
    keys: 'Allweddi',
    deadLetters: 'Heb eu danfon',
    quality: 'Cyfradd paru',
    conformance: 'Prawf cydymffurfio',
    people: 'Pobl',
    contact: 'Manylion cyswllt',
    agencies: 'Asiantaethau',
    cases: 'Achosion',
    requests: 'Ceisiadau',
    signOut: 'Allgofnodi',
  },
}
