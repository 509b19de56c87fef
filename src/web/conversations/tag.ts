import { paths } from '../../../views/paths'
import { tag, tagForm } from '../../commands/conversations/tag'
import { conversationVerb } from './verb'

export const tagConversation = conversationVerb({
  path: paths.workbench.tags,
  permission: 'conversations.tag',
  asks: 'tag',
  form: tagForm,
  run: ({ web, input, subject: { person, id } }) => tag(web.desk, person, id, input),
})
