export { feedbackOfOffice, giveFeedback } from "./service.ts";
export type { FeedbackPorts } from "./service.ts";
export { loadFigures } from "./store.ts";
export type { Feedback, FeedbackPlace, GivenFeedback, MeasureFigure, Stretch } from "./rules.ts";
export { feedbackTexts } from "./text.ts";
