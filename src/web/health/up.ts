import { paths } from '../../../views/paths'
import { deskMark } from '../../commands/tokens'
import { route } from '../route'

/** The process answers, and which desk it is. */
export const showUp = route({
  method: 'GET',
  path: paths.up,
  permission: 'anyone',
  show: (c, { desk }) => c.json({ up: true, desk: deskMark(desk.secret) }),
})
