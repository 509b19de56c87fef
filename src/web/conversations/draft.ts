import { paths } from '../../../views/paths'
import { draftForm } from '../../commands/conversations/reply-form'
import { keepDraft } from '../../commands/drafts/keep'
import { typed } from '../body'
import { conversationVerb } from './verb'

/** Keeps what an agent has written, for them alone. */
export const draftInConversation = conversationVerb({
  path: paths.workbench.draft,
  permission: 'workbench.use',
  asks: 'watch',
  form: draftForm,
  run: ({ web, input, subject: { person, id } }) => keepDraft(web.desk, person, id, input),
  made: ({ c }) => (c.req.header('HX-Request') ? c.body(null, 204) : undefined),
  draft: ({ input }) => ({ draft: typed(input, 'text'), isInside: false }),
})
