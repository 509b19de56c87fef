import { paths } from '../../../views/paths'
import { showSneakPeek, sneakPeekForm } from '../../commands/conversations/sneak-peek'
import { chatVerb } from './verb'

/** What a visitor types, where the desk sees it before it is sent. */
export const sneakPeekInChat = chatVerb({
  path: paths.chat.sneakPeek,
  form: sneakPeekForm,
  run: ({ web, input, subject: { person, row } }) =>
    showSneakPeek(web.desk, web.reads, person, row, input),
})
