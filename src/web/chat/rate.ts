import { paths } from '../../../views/paths'
import { rate, ratingForm } from '../../commands/conversations/rate'
import { typed } from '../body'
import { chatPages } from './page'
import { chatVerb } from './verb'

export const rateChat = chatVerb({
  path: paths.chat.rating,
  form: ratingForm,
  run: ({ web, input, subject: { person, row } }) => rate(web.desk, person, row.id, input),
  to: () => paths.chat.page,
  refused: ({ c, web, input, subject: { person, row } }, problem) =>
    chatPages(web.desk, web.reads).refused(c, person, row.id, problem, {
      comment: typed(input, 'comment'),
    }),
})
