import type { SameWords } from '../../shared/language.ts'
import type { en } from './correction-en.ts'

export const cy: SameWords<typeof en> = {
  title: 'Gwirio eich cywiriad',
  told: 'Bydd y cyrff hyn yn cael y cywiriad',
  toldIntro: 'Bydd pob un yn cael popeth a restrir ar ei gyfer o’r newydd, nid yn unig yr hyn a newidiwyd gennych.',
  notYet: 'Nid yw’r cyrff hyn wedi cael gwybod eto',
  notYetIntro: 'Dim ond yr atebion cywir y byddant yn eu cael.',
  nothing: 'Dim ond eich bod wedi cywiro eich adroddiad',
  nobodyNew:
    'Nid ydym yn rhoi gwybod i neb newydd. Os oes angen i gorff arall wybod oherwydd yr hyn a newidiwyd gennych, rhowch wybod iddo eich hun neu adroddwch am y newid eto.',
  same: 'Nid ydych wedi newid unrhyw beth eto, felly nid oes dim i’w anfon.',
  change: 'Newid eich atebion',
  changed: 'Mae’r hyn a anfonir wedi newid ers i chi weld y dudalen hon ddiwethaf. Gwiriwch eto cyn i chi ei anfon.',
  declaration: 'Drwy anfon hwn, rydych yn cadarnhau bod yr hyn a ddywedasoch wrthym yn wir hyd y gwyddoch.',
  send: 'Anfon y cywiriad',
}
