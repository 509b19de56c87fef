/** Under what the name of the company is kept, as its visitors see it; empty or none: the product's. */
export const DESK_NAME = 'desk.name'
