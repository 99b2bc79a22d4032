export { addFiguresRoutes } from "./routes.ts";
export type { FiguresWiring } from "./routes.ts";
export { figuresTexts } from "./text.ts";
