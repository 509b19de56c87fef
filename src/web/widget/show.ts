import { paths } from '../../../views/paths'
import { answerChat } from '../chat/show'
import { route } from '../route'

/** The chat in its frame on somebody's site; the gate says which sites may hold it. */
export const showWidget = route({
  method: 'GET',
  path: paths.widget.page,
  permission: 'anyone',
  show: answerChat,
})
