import { departmentPaths } from '../../views/office/departments'
import { formPaths } from '../../views/office/forms'
import { invitationPaths } from '../../views/office/invitations'
import { letterPaths } from '../../views/office/letters'
import { privacyPaths } from '../../views/office/privacy/details'
import { wrapUpPaths } from '../../views/office/wrap-up'
import { paths } from '../../views/paths'

/** What is answered where what a path names is none of its kind. */
export const bare: Record<string, number> = {
  // Nobody has set a token for them.
  [paths.metrics]: 404,
  // A form without files is none, and a file that nobody sent is nowhere.
  [paths.chat.files]: 415,
  [paths.file(':id', ':name')]: 404,
  [paths.avatar(':mark')]: 404,
  // A conversation is nobody on the site, and no invitation.
  [paths.workbench.invite(':id')]: 404,
  [invitationPaths.removal(':id')]: 404,
  // Nothing is asked there that could be asked no longer.
  [formPaths.removal(':id')]: 404,
  [wrapUpPaths.removal(':id')]: 404,
  // Nobody of the desk is called so.
  [departmentPaths.people(':id')]: 404,
  [departmentPaths.leaving(':id', ':person')]: 404,
  // A conversation is no letter.
  [paths.chat.back(':id')]: 404,
  [paths.chat.sentTranscript(':id')]: 404,
  [paths.letters.stop(':hash')]: 404,
  [paths.session.factorPasskeyRemoval(':id')]: 404,
  // Nor is it a service that people sign in by.
  [paths.session.provider(':id')]: 404,
  [paths.session.providerBack(':id')]: 404,
  ...Object.fromEntries(
    [[], ['revision'], ['removal']].map((below) => [
      paths.office.of('providers', ':id', ...below),
      404,
    ]),
  ),
  [letterPaths.resend(':id')]: 404,
  [letterPaths.drop(':id')]: 404,
  // A conversation is no visitor, no file and nobody of the desk; and a department no day of its hours.
  ...Object.fromEntries(
    ['', 'details', 'attribute', 'pin', 'merge', 'parting'].map((verb) => [
      paths.office.of('visitors', ':id', ...(verb ? [verb] : [])),
      404,
    ]),
  ),
  [`POST ${paths.office.of('visitors', 'import')}`]: 415,
  // It is in another desk than that of the office here.
  ...Object.fromEntries(
    [[], ['state'], ['state', 'feed'], ['transcript']].map((below) => [
      paths.office.of('conversations', ':id', ...below),
      404,
    ]),
  ),
  // A department is no tag and no customer, and a logo without a picture none.
  ...Object.fromEntries(
    [[], ['revision'], ['merge'], ['removal']].map((below) => [
      paths.office.of('tags', ':id', ...below),
      404,
    ]),
  ),
  // And nothing that is held.
  [privacyPaths.release(':id')]: 404,
  [paths.office.of('customers', ':id')]: 404,
  [paths.office.of('customers', ':id', 'removal')]: 404,
  [`POST ${paths.office.of('settings', 'logo')}`]: 415,
  [paths.office.of('files', ':id', 'removal')]: 404,
  [paths.office.of('people', ':id', 'state')]: 404,
  [paths.office.of('people', ':id', 'state', 'feed')]: 404,
  [paths.office.of('hours', ':id', 'removal')]: 404,
}
