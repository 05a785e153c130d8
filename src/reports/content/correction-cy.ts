import type { SameWords } from '../../shared/language.ts'
import type { en } from './correction-en.ts'

export const cy: SameWords<typeof en> = {
  title: 'Gwirio eich cywiriad',
  told: 'Bydd y cyrff hyn yn cael y cywiriad',
  toldIntro: 'Bydd pob un yn cael popeth a restrir ar ei gyfer o’r newydd, nid yn unig yr hyn a newidiwyd gennych.',
  notYet: 'Nid yw’r cyrff hyn wedi cael gwybod eto',
  notYetIntro: 'Dim ond yr atebion cywir y byddant yn eu cael.',
  nothing: 'Dim ond eich bod wedi cywiro eich adroddiad',
  nobodyNew: 'Nid ydym yn rhoi gwybod i neb newydd.',
  newcomers: 'Ni fydd y cyrff hyn yn cael gwybod',
  newcomersIntro:
    'Mae’r hyn a newidiwyd gennych yn berthnasol i’r cyrff hyn hefyd. Ni chawsant eich adroddiad cyntaf, ac nid yw cywiriad yn mynd atynt. Rhowch wybod iddynt eich hun, neu adroddwch am y newid eto.',
  anew: 'Adrodd am y newid eto',
  anewHint: 'Byddwch yn gweld pwy fydd yn cael gwybod cyn i chi ei anfon.',
  safety:
    'Gallwch adael allan yr hyn nad yw’n ddiogel i’w rannu. Mae corff yn dal i wybod yr hyn a ddywedwyd wrtho o’r blaen.',
  leaveOut: 'Dewis beth i’w adael allan',
  leftOut: (labels) => `Wedi’i adael allan: ${labels}`,
  same: 'Nid ydych wedi newid unrhyw beth eto, felly nid oes dim i’w anfon.',
  change: 'Newid eich atebion',
  changed: 'Mae’r hyn a anfonir wedi newid ers i chi weld y dudalen hon ddiwethaf. Gwiriwch eto cyn i chi ei anfon.',
  declaration: 'Drwy anfon hwn, rydych yn cadarnhau bod yr hyn a ddywedasoch wrthym yn wir hyd y gwyddoch.',
  send: 'Anfon y cywiriad',
}
