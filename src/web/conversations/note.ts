import { paths } from '../../../views/paths'
import { note } from '../../commands/conversations/note'
import { writingVerb } from './say'

export const noteInConversation = writingVerb({
  path: paths.workbench.notes,
  permission: 'conversations.note',
  asks: 'note',
  write: note,
  isNote: true,
})
