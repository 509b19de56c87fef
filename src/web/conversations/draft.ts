import { paths } from '../../../views/paths'
import { draftForm } from '../../commands/conversations/reply-form'
import { keepDraft } from '../../commands/drafts/keep'
import { showDraft, shownDraftForm } from '../../commands/drafts/show'
import { typed } from '../body'
import { chatVerb } from '../chat/verb'
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

/** What a visitor types, where the desk sees it before it is sent. */
export const draftInChat = chatVerb({
  path: paths.chat.draft,
  form: shownDraftForm,
  run: ({ web, input, subject: { person, row } }) =>
    showDraft(web.desk, web.reads, person, row, input),
})
