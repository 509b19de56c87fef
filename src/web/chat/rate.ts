import { paths } from '../../../views/paths'
import { rate, ratingForm } from '../../commands/conversations/rate'
import { chatPages } from './page'
import { chatVerb } from './verb'

export const rateChat = chatVerb({
  path: paths.chat.rating,
  form: ratingForm,
  run: ({ site, input, subject: { person, row } }) => rate(site.desk, person, row.id, input),
  to: () => paths.chat.page,
  refused: ({ c, site, subject: { person, row } }, problem) =>
    chatPages(site.desk, site.feeds).refused(c, person, row.id, problem, ''),
})
