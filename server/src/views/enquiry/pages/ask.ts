/** The button stands beside the field, not below its hint or fault. */
export const askCss = "@media(min-width:40.01rem){html:not(.big) .fs .go{align-self:start;padding-top:1.75rem}}";
