enum TabularPlaceholder {}
