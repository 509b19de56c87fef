import { addressOf } from '../address'

/** Where it is rung that much is here that was elsewhere: nobody is told of each of it. */
export const BROUGHT_IN = addressOf('conversation', 'brought-in')
