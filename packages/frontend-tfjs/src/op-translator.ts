export interface TfjsOp { readonly op: string }
