import { paths } from '../../../views/paths'
import { describeVisitor, visitorForm } from '../../commands/visitors/describe'
import { conversationVerb } from './verb'

/** What colleagues know of the visitor they talk with. */
export const describeInConversation = conversationVerb({
  path: paths.workbench.visitor,
  permission: 'visitors.edit',
  asks: 'watch',
  form: visitorForm,
  run: ({ web, input, subject: { person, id } }) => describeVisitor(web.desk, person, id, input),
})
