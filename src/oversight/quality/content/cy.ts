import type { SameWords } from '../../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  title: 'Cyfradd baru',
  intro:
    'Gweld pa mor dda y mae’r hyn a gewch wybod yn cyd-fynd â’ch ffeiliau. Mae’n cyfrif eich ateb diweddaraf i bob danfoniad yn y 365 diwrnod diwethaf.',
  advice:
    'Lle nad ydych yn aml yn dod o hyd i neb, gall maes paru nad yw yn eich cytundeb helpu. Lle byddwch yn gwrthod yn aml, efallai eich bod yn cael gwybod am rywbeth nad oes ei angen arnoch.',
  told: 'Beth rydych yn cael gwybod',
  version: (agreement, version) => `${agreement}, fersiwn ${version}`,
  answered: 'Atebwyd yn derfynol',
  noRecord: 'Dim cofnod',
  refused: 'Gwrthodwyd',
  rate: 'Cafwyd yn eich ffeiliau',
  counts: (count, percent) => `${count} (${percent})`,
  empty: 'Nid ydych wedi ateb dim yn derfynol eto.',
}
